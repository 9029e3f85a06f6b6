#include "render/html.h"

#include <algorithm>

#include "render/page_style.h"
#include "text/width.h"

namespace backops::render {

namespace {

std::string_view entity(char c) {
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
        default:
            return "<br>";
    }
}

std::string escaped(std::string safe) {
    std::size_t at = safe.find_first_of("&<>\"'\n");
    if (at == std::string::npos) return safe;
    std::string all;
    for (std::size_t from = 0; from < safe.size(); from = at + 1) {
        at = std::min(safe.find_first_of("&<>\"'\n", from), safe.size());
        all.append(safe, from, at - from);
        if (at < safe.size()) all += entity(safe[at]);
    }
    return all;
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
