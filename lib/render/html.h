#pragma once

#include <string>
#include <string_view>

namespace backops::render {

/// One line of user text inside an element or a double-quoted attribute: markup escaped, and what acts on a terminal or
/// on the direction of text replaced as by text::one_line.
std::string html(std::string_view utf8);

/// The same for text of many lines: each line end is a `<br>`.
std::string html_lines(std::string_view utf8);

/// A whole document in one file: no script, nothing fetched from elsewhere, made for phones, paper (A4 and Letter) and
/// screen readers. `title` is plain text, `body` is HTML, `style` is CSS behind the house's own (page_style.h). Ends in
/// LF.
std::string html_page(std::string_view title, std::string_view body, std::string_view style = {});

}  // namespace backops::render
