/** Documents in a frame, in which no script runs and from which nothing can be loaded. */

let shown = "";

/** Shows a document in an element, where one was reading if it is the same one. */
export function showDocument(place: HTMLElement, html: string, name: string, title: string): void {
  for (const each of place.querySelectorAll(".coming")) each.remove();
  const coming = document.createElement("iframe");
  coming.className = "coming";
  coming.title = title;
  // Without scripts of its own; this page looks into it for links and to scroll.
  coming.setAttribute("sandbox", "allow-same-origin");
  // A document's own script is at its end, and browsers complain of each that may not run.
  coming.srcdoc = html.replace(/<script>.*<\/script>/s, "");
  coming.addEventListener("load", () => {
    if (!coming.isConnected) return;
    const before = place.querySelector<HTMLIFrameElement>("iframe:not(.coming)");
    const view = coming.contentWindow;
    if (before?.contentWindow && name === shown)
      view?.scrollTo(before.contentWindow.scrollX, before.contentWindow.scrollY);
    coming.contentDocument?.addEventListener("click", follow);
    shown = name;
    before?.remove();
    coming.className = "";
  });
  place.append(coming);
}

/** Links lead to their place in the document, or open beside the page and learn nothing of it. */
function follow(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest("a[href]");
  const href = link?.getAttribute("href");
  if (!link || !href) return;
  event.preventDefault();
  if (href.startsWith("#")) link.ownerDocument.getElementById(href.slice(1))?.scrollIntoView();
  else open(href, "_blank", "noopener,noreferrer");
}
