// Draws each chart in the place of its picture; without plotly.js, or where a chart cannot be drawn, the picture stays. Concordances
// become lists that can be sorted.
(() => {
  "use strict";
  for (const host of document.querySelectorAll("[data-concordance]")) analysisConcordance.replace(host);
  if (typeof Plotly === "undefined") return;
  for (const plot of document.querySelectorAll("figure.chart > .plot")) {
    const chart = plot.parentElement;
    const figure = JSON.parse(chart.querySelector('script[type="application/json"]').textContent);
    // Marks with the same passages, of one figure or several, share a file.
    const passages = async mark => analysisSource.load((await analysisSource.load(`figures/${chart.dataset.name}`))[mark]);
    plot.hidden = false;
    analysisFigure(plot, figure, { ...analysisSource, passages }).then(
      () => chart.classList.add("drawn"),
      error => {
        plot.hidden = true;
        console.error(error);
      });
  }
})();
