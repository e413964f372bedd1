/** Puts a text on the clipboard; false when the browser does not let a page do so. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // no clipboard without a secure connection, or not allowed
    return false;
  }
};

/** What the reader is told after copying; what could not be copied is shown, to be copied by hand. */
export const copyStatus = (isCopied: boolean, what: string, text: string): string =>
  isCopied ? `${what} copied` : `Copying is not allowed here. ${what}: ${text}`;
