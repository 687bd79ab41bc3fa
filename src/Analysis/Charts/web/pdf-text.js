// Ends each number, word in Latin letters and sign within Arabic with a right-to-left mark (U+200F), and Arabic within English with a
// left-to-right mark (U+200E). They show nothing. Programs that read the text of a PDF from the places of its letters, as pdftotext does,
// would take what follows along in the other direction. What is isolated has a mark inside too: its last bracket would be read first.
// unmarkText() takes the marks away again: they are for this print only.
(() => {
  const arabic = /[\u0620-\u06D3]/, letter = /\p{L}/u;
  const run = new RegExp([
    "\u2066[^\u2069]*\u2069", // isolated from left to right
    "[A-Za-zΑ-ω](?:[^\u0590-\u08FF\u2066-\u2069]*[A-Za-z0-9Α-ω%])?",
    "[0-9٠-٩]+(?:[.,:/٫٬-][0-9٠-٩]+)*",
    "[^\\s()\\[\\]«»\u0620-\u065F\u0670-\u06D3\u2066-\u2069\u200F]", // a sign
  ].join("|"), "gu");
  const isolated = /\u2067(?:[^\u2066-\u2069]|\u2066[^\u2069]*\u2069)*\u2069/gu;
  // A number after Arabic would change sides.
  const bare = new RegExp("[\u0620-\u06D3](?:[^A-Za-z0-9\u2066-\u2069\u200E\u200F]*[\u0620-\u06D3])?"
    + "(?=[^0-9\u0590-\u08FF\u200E\u200F\u2069]*(?:[A-Za-z]|$))", "gu");
  const marked = text => text.replace(run, part => `${part.replace("\u2069", "\u200E\u2069")}\u200F`);
  const changed = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!arabic.test(node.data) || /^(?:SCRIPT|STYLE)$/i.test(node.parentElement.tagName)) continue;
    changed.push([node, node.data]);
    const { direction, unicodeBidi } = getComputedStyle(node.parentElement);
    const isRightToLeft = unicodeBidi === "plaintext" ? arabic.test(letter.exec(node.data)) : direction === "rtl";
    node.data = isRightToLeft ? marked(node.data)
      : node.data.replace(isolated, part => `${marked(part)}\u200E`).replace(bare, part => `${part}\u200E`);
  }
  window.unmarkText = () => changed.forEach(([node, text]) => node.data = text);
})();
