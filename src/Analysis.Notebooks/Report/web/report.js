// Draws each chart in the place of its picture. Without plotly.js, or where a chart cannot be drawn, the picture stays.
(function () {
  "use strict";
  if (typeof Plotly === "undefined") return;
  document.querySelectorAll("figure.chart > .plot").forEach(function (plot) {
    const figure = JSON.parse(plot.parentElement.querySelector('script[type="application/json"]').textContent);
    const config = Object.assign({ responsive: true, displaylogo: false }, figure.config);
    plot.hidden = false;
    Plotly.newPlot(plot, figure.data, figure.layout, config).then(
      function () {
        plot.parentElement.classList.add("drawn");
      },
      function (error) {
        plot.hidden = true;
        console.error(error);
      });
  });
})();
