// Draws a figure in its element, once plotly.js is on the page.
(figure, id) => {
  const hosts = document.querySelectorAll("#" + id), host = hosts[hosts.length - 1];
  let tries = 0;
  const draw = () => {
    if (window.Plotly) document.fonts.ready.then(() => {
      host.replaceChildren();
      window.Plotly.newPlot(host, figure.data, figure.layout, figure.config);
    });
    else if (tries++ < 50) setTimeout(draw, 200);
  };
  draw();
}
