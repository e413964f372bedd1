/** Loads a page of the site as a document of its own; nothing in it runs. Throws when it does not come. */
export const loadPage = (address: string): Promise<Document> =>
  new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`A page could not be loaded: ${address}`));
    // fetch would leave text to be parsed, and the policy of the site forbids to parse text here
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      const page = request.response as unknown;
      if (request.status === 200 && page instanceof Document) resolve(page);
      else fail();
    });
    request.addEventListener('error', fail);
    request.addEventListener('timeout', fail);
    request.timeout = 30_000;
    request.send();
  });
