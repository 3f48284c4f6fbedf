((d) => {
  var t = null;
  try {
    t = localStorage.getItem('skd:theme');
  } catch {}
  if (t !== 'light' && t !== 'dark')
    t = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  d.dataset.theme = t;
  d.classList.add('js');
})(document.documentElement);
