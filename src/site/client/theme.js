((d) => {
  var t = null;
  try {
    if (location.protocol === 'file:') t = /skd%3Atheme=(\w+)/.exec(document.cookie)?.[1];
    t = t || localStorage.getItem('skd:theme');
  } catch {}
  if (t !== 'light' && t !== 'dark')
    t = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  d.dataset.theme = t;
  d.classList.add('js');
})(document.documentElement);
