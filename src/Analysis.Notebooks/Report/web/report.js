// Draws each chart in the place of its picture; without plotly.js, or where a chart cannot be drawn, the picture stays. What stands behind
// the marks is loaded as scripts, for a page opened from disk cannot fetch.
(() => {
  "use strict";
  if (typeof Plotly === "undefined") return;
  const data = globalThis.analysisData = {};
  const asked = {};
  const load = key => asked[key] ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = `data/${key.split("/").map(encodeURIComponent).join("/")}.js`;
    script.onload = () => done(data[key]);
    script.onerror = () => fail(new Error(`The passages cannot be shown: ${script.getAttribute("src")} is not there.`));
    document.head.append(script);
  });
  for (const plot of document.querySelectorAll("figure.chart > .plot")) {
    const chart = plot.parentElement;
    const figure = JSON.parse(chart.querySelector('script[type="application/json"]').textContent);
    plot.hidden = false;
    analysisFigure(plot, figure, {
      passages: mark => load(`figures/${chart.dataset.name}-${mark}`),
      article: name => load(`articles/${name}`),
      href: (name, start) => `articles/${name}.html#o${start}`,
    }).then(
      () => chart.classList.add("drawn"),
      error => {
        plot.hidden = true;
        console.error(error);
      });
  }
})();
