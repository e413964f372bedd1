/** Hands the reader a file made in the page. */
export const saveFile = (name: string, type: string, text: string): void => {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([text], { type }));
  link.href = url;
  link.download = name;
  link.click();
  // the browser has taken hold of it by the next task
  setTimeout(() => URL.revokeObjectURL(url));
};
