/** A page of the local cloud for developers: plain HTML that needs no script and no other file. */
export function htmlPage(title: string, content: string, navigation = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${navigation}
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

/** Text as it may stand in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 80rem; padding: 1rem }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid GrayText; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top }
td:first-child { white-space: nowrap }
dt { font-weight: 600 }
iframe { background: #fff; border: 1px solid GrayText; height: 60vh; width: 100% }
pre { overflow-wrap: anywhere; white-space: pre-wrap }
nav ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; padding: 0 }
figure { margin: 1rem 0; overflow-x: auto }
.number { text-align: end; font-variant-numeric: tabular-nums }
.SUCCEEDED { --fill: #d7f0dd; --line: #1a7f37 }
.RUNNING { --fill: #d8e8fb; --line: #0b5cad }
.FAILED, .TIMED_OUT, .ABORTED { --fill: #fbdcdc; --line: #b3261e }
.CAUGHT { --fill: #fdebc8; --line: #8a5a00 }
.NOT_REACHED, .IN_CHILDREN { --fill: #f2f2f2; --line: #6b6b6b }
.status { background: var(--fill); border: 1px solid var(--line); border-radius: 0.5rem; color: #1b1b1b; padding: 0 0.5rem; white-space: nowrap }
svg { font: 13px/1 system-ui, sans-serif }
svg rect { fill: var(--fill, none); stroke: var(--line, #6b6b6b) }
svg .NOT_REACHED > rect { stroke-dasharray: 4 3 }
svg text { fill: #1b1b1b; text-anchor: middle }
svg .outer > text, svg .edge text { fill: CanvasText }
svg path { fill: none; stroke: GrayText }
svg .catch path { stroke-dasharray: 5 4 }
svg marker path { fill: GrayText }
`;
