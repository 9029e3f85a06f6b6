#include "render/html.h"

#include "render/page_style.h"
#include "text/width.h"

namespace backops::render {

namespace {

std::string escaped(std::string_view safe) {
    std::string all;
    for (const char c : safe) {
        switch (c) {
            case '&':
                all += "&amp;";
                break;
            case '<':
                all += "&lt;";
                break;
            case '>':
                all += "&gt;";
                break;
            case '"':
                all += "&quot;";
                break;
            case '\'':
                all += "&#39;";
                break;
            case '\n':
                all += "<br>";
                break;
            default:
                all += c;
        }
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
