#include "render/page_style.h"

namespace backops::render {

const std::string_view page_style = R"(
:root { color-scheme: light dark; --ink: #1a1a1a; --faint: #5c5c5c; --paper: #fff; --line: #c9c9c9; --band: #eef2f6; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --faint: #a8a8a8; --paper: #161616; --line: #444; --band: #232a31; }
}
@media print { :root { --ink: #000; --faint: #444; --paper: #fff; --line: #999; --band: #eee; } }
body { margin: 1rem; background: var(--paper); color: var(--ink); font: 15px/1.4 system-ui, sans-serif; }
table { border-collapse: collapse; }
th, td { padding: .25rem .6rem .25rem 0; text-align: left; vertical-align: top; }
)";

}  // namespace backops::render
