// Makes a page ready for paper. What is on disk now may not be beside the print tomorrow.
(async () => {
  for (const link of document.querySelectorAll('a[href]:not([href^="#"])')) link.removeAttribute('href');
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
  await document.fonts.ready;
  return document.documentElement.scrollHeight;
})()
