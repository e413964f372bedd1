/** Loads a JSON file of the site; throws when it does not come or is none. */
export const getJson = async (address: string, init?: RequestInit): Promise<unknown> => {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`A file could not be loaded (${response.status}).`);
  return response.json();
};
