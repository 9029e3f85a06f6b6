#include "exchange/csv_columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/near_miss.h"
#include "text/utf8.h"
#include "text/wording.h"

namespace backops::exchange {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string folded(std::string_view heading) { return text::case_folded(trimmed(heading)); }

std::optional<Column> column_called(std::string_view name) {
    const std::string wanted = folded(name);
    const auto found = std::find(column_names.begin(), column_names.end(), wanted);
    if (found == column_names.end()) return std::nullopt;
    return static_cast<Column>(found - column_names.begin());
}

std::string_view name_of(Column column) { return column_names[static_cast<std::size_t>(column)]; }

// What other programs and people call the columns; only proposed, never taken for them.
constexpr std::pair<std::string_view, std::string_view> other_words[] = {
    {"title", "name"},
    {"activity", "name"},
    {"event", "name"},
    {"summary", "name"},
    {"begin", "start"},
    {"from", "start"},
    {"date", "start"},
    {"time", "start"},
    {"to", "end"},
    {"until", "end"},
    {"finish", "end"},
    {"length", "duration"},
    {"area", "areas"},
    {"room", "areas"},
    {"rooms", "areas"},
    {"stage", "areas"},
    {"space", "areas"},
    {"venue", "areas"},
    {"host", "organizers"},
    {"owner", "organizers"},
    {"company", "organizers"},
    {"track", "organizers"},
    {"participants", "required"},
    {"people", "required"},
    {"crew", "required"},
    {"speaker", "required"},
    {"speakers", "required"},
    {"artist", "required"},
    {"artists", "required"},
    {"attendees", "required"},
    {"type", "kind"},
    {"category", "kind"},
    {"state", "status"},
    {"place", "location"},
    {"details", "description"},
    {"abstract", "description"},
    {"comment", "description"},
    {"comments", "description"},
    {"remarks", "description"},
};

std::optional<std::string> nearest_column(std::string_view heading) {
    for (const auto& [word, column] : other_words)
        if (word == folded(heading)) return std::string(column);
    const std::vector<std::string> candidates(column_names.begin(), column_names.end());
    return text::nearest(folded(heading), candidates);
}

class Header {
  public:
    Header(const Table& table, Findings& findings) : table_(table), findings_(findings) {
        for (const Cell& cell : table.header) headings_.push_back(folded(cell.text));
        taken_.resize(headings_.size());
    }

    Columns read(const std::vector<std::pair<std::string, std::string>>& map, const std::vector<std::string>& ignore) {
        for (const std::string& heading : ignore) drop(heading);
        for (const auto& [column, heading] : map) take_mapped(column, heading);
        for (std::size_t i = 0; i < headings_.size(); ++i)
            if (!taken_[i] && !headings_[i].empty()) take(i);
        const bool has_id = columns_.has(Column::id);
        if (!has_id && !columns_.has(Column::name)) report_missing(Column::name);
        if (!has_id && !columns_.has(Column::start)) report_missing(Column::start);
        return columns_;
    }

  private:
    std::vector<std::size_t> places_of(const std::string& heading, std::string_view option) {
        std::vector<std::size_t> places;
        const std::string wanted = folded(heading);
        for (std::size_t i = 0; i < headings_.size(); ++i)
            if (headings_[i] == wanted && !wanted.empty()) places.push_back(i);
        if (!places.empty()) return places;
        std::vector<std::string> hints;
        if (const auto near = text::nearest(wanted, headings_))
            hints.push_back(fmt::format("did you mean {}?", text::quoted(*near)));
        findings_.add(table_.header_span, "csv-header",
                      fmt::format("`{}` names the heading {}, which is not here", option, text::quoted(heading)),
                      std::move(hints));
        return {};
    }

    void drop(const std::string& heading) {
        for (const std::size_t place : places_of(heading, "--ignore")) taken_[place] = true;
    }

    void take_mapped(const std::string& name, const std::string& heading) {
        const auto column = column_called(name);
        if (!column) {
            std::vector<std::string> hints;
            if (const auto near = nearest_column(name)) hints.push_back(fmt::format("did you mean `{}`?", *near));
            const std::vector<std::string> all(column_names.begin(), column_names.end());
            hints.push_back(fmt::format("the columns are {}", text::listed(all)));
            findings_.add(table_.header_span, "csv-header",
                          fmt::format("`--map` names the column {}, and there is none", text::quoted(name)),
                          std::move(hints));
            return;
        }
        const auto places = places_of(heading, "--map");
        if (places.empty()) {
            unmapped_.push_back(*column);
            return;
        }
        taken_[places[0]] = true;
        give(*column, places[0]);
        for (std::size_t i = 1; i < places.size(); ++i) {
            taken_[places[i]] = true;
            report_twice(*column, places[i]);
        }
    }

    void take(std::size_t place) {
        if (const auto column = column_called(headings_[place])) return give(*column, place);
        unknown_.push_back(place);
        const std::string& heading = table_.header[place].text;
        std::vector<std::string> hints;
        if (const auto near = nearest_column(heading)) {
            if (!columns_.has(*column_called(*near)))
                hints.push_back(
                    fmt::format("if it is `{}`: --map {}={}", *near, *near, text::shell_word(trimmed(heading))));
        } else {
            hints.push_back(
                fmt::format("to say which column it is: --map COLUMN={}", text::shell_word(trimmed(heading))));
        }
        hints.push_back(fmt::format("to leave it out: --ignore {}", text::shell_word(trimmed(heading))));
        findings_.add(table_.header[place].span, "csv-header",
                      fmt::format("no column is called {}", text::quoted(heading)), std::move(hints));
    }

    void give(Column column, std::size_t place) {
        if (columns_.has(column)) return report_twice(column, place);
        columns_.at(column) = place;
    }

    void report_twice(Column column, std::size_t place) {
        const std::size_t first = *columns_.at(column);
        if (first == place) return;
        std::vector<std::string> hints;
        if (headings_[first] != headings_[place])
            hints.push_back(fmt::format("to leave this one out: --ignore {}",
                                        text::shell_word(trimmed(table_.header[place].text))));
        else
            hints.push_back("delete one of them, or give it another heading");
        const text::Place there = findings_.place(table_.header[first].span);
        findings_
            .add(table_.header[place].span, "csv-header",
                 fmt::format("there are two columns for `{}`", name_of(column)), std::move(hints))
            .others.push_back({there, "the first is here"});
    }

    void report_missing(Column column) {
        // The option that was to give it has been reported.
        if (std::find(unmapped_.begin(), unmapped_.end(), column) != unmapped_.end()) return;
        auto likely = std::find_if(unknown_.begin(), unknown_.end(), [&](std::size_t place) {
            return nearest_column(table_.header[place].text) == name_of(column);
        });
        if (likely == unknown_.end()) likely = unknown_.begin();
        const std::string heading =
            unknown_.empty() ? "'HEADING'" : text::shell_word(trimmed(table_.header[*likely].text));
        findings_.add(table_.header_span, "csv-header", fmt::format("no column is called `{}`", name_of(column)),
                      {fmt::format("say which one it is: --map {}={}", name_of(column), heading)});
    }

    const Table& table_;
    Findings& findings_;
    std::vector<std::string> headings_;
    std::vector<bool> taken_;
    std::vector<std::size_t> unknown_;
    std::vector<Column> unmapped_;
    Columns columns_;
};

}  // namespace

const Cell* Columns::cell(const Row& row, Column column) const {
    const auto& place = at(column);
    return place && *place < row.cells.size() ? &row.cells[*place] : nullptr;
}

Columns columns_of(const Table& table, const std::vector<std::pair<std::string, std::string>>& map,
                   const std::vector<std::string>& ignore, Findings& findings) {
    return Header(table, findings).read(map, ignore);
}

}  // namespace backops::exchange
