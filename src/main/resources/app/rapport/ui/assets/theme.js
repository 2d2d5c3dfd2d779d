// The member chose "as the system": follow it before anything is drawn, and when it changes.
(function () {
  const root = document.documentElement;
  if (root.dataset.theme !== 'system') return;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => root.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light');
  follow();
  dark.addEventListener('change', follow);
})();
