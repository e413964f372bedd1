// blocks the first paint: what the reader chose stands before it; where storage is blocked, nothing is chosen
(() => {
  const { dataset } = document.documentElement;
  const recall = () => {
    try {
      dataset.shortcuts = localStorage.getItem('paperlight-shortcuts') ?? 'on';
    } catch {}
  };
  dataset.script = '';
  dataset.shortcuts = 'on';
  recall();
  addEventListener('pageshow', recall);
  addEventListener('storage', recall);
  try {
    const theme = localStorage.getItem('paperlight-theme');
    if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  } catch {}
})();
