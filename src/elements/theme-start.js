// A classic script that blocks the first paint: the chosen theme stands before anything is shown.
(() => {
  const root = document.documentElement;
  root.dataset.script = '';
  try {
    const theme = localStorage.getItem('paperlight-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // storage is blocked: the system's theme serves
  }
})();
