// Starts a figure in its element, once plotly.js and figure.js are on the page: they come with its first figure.
(figure, id, cited) => {
  const host = [...document.querySelectorAll("#" + id)].at(-1);
  const source = { passages: async mark => cited.passages[mark] ?? [], article: async name => cited.articles[name] };
  let tries = 0;
  const start = () => {
    if (window.Plotly && window.analysisFigure) window.analysisFigure(host, figure, source);
    else if (tries++ < 50) setTimeout(start, 200);
  };
  start();
}
