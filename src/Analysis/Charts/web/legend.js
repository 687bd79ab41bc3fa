// Puts the symbols of a right-to-left legend to the right of their words: plotly.js has them at the left, where a reader of Arabic takes
// them for the next entry's. A redrawn legend is turned again.
globalThis.turnLegend = (root, layout) => {
  if (layout.legend?.traceorder !== "reversed") return;
  for (const entry of root.querySelectorAll(".legend .traces")) {
    const [words, symbol] = [entry.querySelector(".legendtext"), entry.querySelector(".layers")];
    if (!words || !symbol) continue;
    symbol.setAttribute("transform", `translate(${words.getBBox().width},0)`);
    for (const line of [words, ...words.querySelectorAll("tspan")]) if (line.hasAttribute("x")) line.setAttribute("x", "4");
  }
};
