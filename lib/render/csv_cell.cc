#include "render/csv_cell.h"

namespace backops::render {

bool reads_as_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

std::string csv_cell(std::string_view text) {
    std::string guarded = reads_as_formula(text) ? "'" : "";
    guarded += text;
    if (guarded.find_first_of(",;\"'\r\n") == std::string::npos && !guarded.starts_with(' ') && !guarded.ends_with(' '))
        return guarded;
    std::string quoted = "\"";
    for (const char c : guarded) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

}  // namespace backops::render
