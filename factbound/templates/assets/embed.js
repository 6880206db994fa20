// On a page that embeds charts: gives each frame the height that its chart asks for.
addEventListener("message", (event) => {
  if (event.data?.factbound !== "height" || !(event.data.height > 0 && event.data.height < 5000)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === event.source) frame.height = event.data.height;
  }
});
