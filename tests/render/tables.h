#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace backops::tests {

inline std::size_t number_in(const std::string& tag, const std::string& attribute) {
    const std::size_t at = tag.find(attribute + "=\"");
    return at == std::string::npos ? 1 : std::strtoul(tag.c_str() + at + attribute.size() + 2, nullptr, 10);
}

/// Lays a table's cells out as a browser does, and checks that every place of its rows and columns has exactly one.
inline void check_rectangular(const std::string& table) {
    std::vector<std::size_t> covered_until;  // the row at which each column is free again
    std::size_t row = 0, column = 0, width = 0;
    const auto end_row = [&] {
        if (row == 0) return;
        while (column < covered_until.size() && covered_until[column] > row) ++column;
        if (width == 0) width = column;
        CHECK(column == width);
    };
    for (std::size_t at = table.find('<'); at != std::string::npos; at = table.find('<', at + 1)) {
        const std::string tag = table.substr(at, table.find('>', at) - at);
        if (tag == "<tr" || tag.starts_with("<tr ")) {
            end_row();
            ++row;
            column = 0;
        }
        const bool is_cell = tag.starts_with("<td") || tag == "<th" || tag.starts_with("<th ");
        if (!is_cell) continue;
        while (column < covered_until.size() && covered_until[column] > row) ++column;
        const std::size_t last = column + number_in(tag, "colspan");
        if (covered_until.size() < last) covered_until.resize(last, 0);
        for (; column < last; ++column) {
            CHECK(covered_until[column] <= row);
            covered_until[column] = row + number_in(tag, "rowspan");
        }
    }
    end_row();
    CHECK(covered_until.size() == width);
    for (const std::size_t until : covered_until) CHECK(until == row + 1);
}

/// All tables of a page; how many there are.
inline std::size_t check_tables(const std::string& page) {
    std::size_t count = 0;
    for (std::size_t at = page.find("<table"); at != std::string::npos; at = page.find("<table", at + 1)) {
        check_rectangular(page.substr(at, page.find("</table>", at) - at));
        ++count;
    }
    return count;
}

}  // namespace backops::tests
