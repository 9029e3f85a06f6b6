#include "render/page_style.h"

namespace backops::render {

const std::string_view page_style = R"(
:root {
  color-scheme: light dark;
  --ink: #1b1d1f; --faint: #575d63; --paper: #fff; --line: #dcdfe2; --band: #f1f3f5;
}
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e9e7e3; --faint: #a9adb2; --paper: #17181a; --line: #34373b; --band: #232629; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  max-width: 75rem; margin: 0 auto; padding: 1.5rem clamp(.9rem, 3vw, 2.5rem) 2.5rem;
  background: var(--paper); color: var(--ink);
  font: 15px/1.4 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
h1 { margin: 0; font-size: 1.5rem; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
h2 { margin: 2rem 0 .4rem; font-size: 1.05rem; line-height: 1.3; letter-spacing: .03em; }
h1, h2, h3 { break-after: avoid; break-inside: avoid; overflow-wrap: break-word; }
.zone, .foot { margin: .25rem 0 0; color: var(--faint); font-size: .9rem; }
.foot { margin-top: 1.5rem; padding-top: .5rem; border-top: 1px solid var(--line); }
table { border-collapse: collapse; }
th, td { padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: baseline; }
@media print {
  :root { color-scheme: light; --ink: #000; --faint: #444; --paper: #fff; --line: #bbb; --band: #eee; }
  html, body { background: #fff; }
  body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.3; }
  h1 { font-size: 14pt; }
  h2 { margin-top: 1rem; font-size: 10.5pt; }
  th, td { padding: .12rem .6rem .12rem 0; }
  thead { display: table-header-group; }
  p { orphans: 3; widows: 3; }
}
)";

}  // namespace backops::render
