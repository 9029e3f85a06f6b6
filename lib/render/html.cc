#include "render/html.h"

#include <algorithm>

#include "render/page_style.h"
#include "text/width.h"

namespace backops::render {

namespace {

/// What stands in the place of a character; empty for one that stays.
constexpr std::string_view entity(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        case '\n':
            return "<br>";
        default:
            return {};
    }
}

std::string escaped(std::string safe) {
    const auto is_special = [](char c) { return !entity(c).empty(); };
    auto special = std::ranges::find_if(safe, is_special);
    if (special == safe.end()) return safe;
    std::string all;
    auto from = safe.begin();
    for (; special != safe.end(); special = std::find_if(from, safe.end(), is_special)) {
        all.append(from, special).append(entity(*special));
        from = special + 1;
    }
    return all.append(from, safe.end());
}

}  // namespace

std::string html(std::string_view utf8) { return escaped(text::one_line(utf8)); }

std::string html_lines(std::string_view utf8) { return escaped(text::many_lines(utf8)); }

std::string html_page(std::string_view title, std::string_view body, std::string_view style) {
    std::string all =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    all += html(title);
    all += "</title>\n<style>\n";
    all += page_style;
    all += style;
    all += "</style>\n</head>\n<body>\n";
    all += body;
    return all + "</body>\n</html>\n";
}

}  // namespace backops::render
