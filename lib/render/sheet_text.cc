#include "render/sheet_text.h"

#include <algorithm>

#include "render/agenda_days.h"
#include "render/table.h"
#include "text/paint.h"
#include "text/width.h"

namespace backops::render {
namespace {

using text::Tone;
using Rows = std::vector<std::vector<std::string>>;
using Words = std::vector<std::string>;

/// A value of a sheet as text that is safe on a terminal; empty for null.
std::string said(const Json& json, std::string_view key) {
    const auto at = json.find(std::string(key));
    if (at == json.end() || at->is_null()) return {};
    return at->is_string() ? text::many_lines(at->get_ref<const std::string&>()) : at->dump();
}

std::string with_label(std::string_view label, const std::string& value) {
    return value.empty() ? value : std::string(label) + value;
}

void add(Words& parts, std::string part) {
    if (!part.empty()) parts.push_back(std::move(part));
}

std::string joined(const Words& parts, std::string_view between) {
    std::string all;
    for (const std::string& part : parts) all.append(all.empty() ? "" : between).append(part);
    return all;
}

/// "Jo Adler  +49 … ch 4".
std::string reached(const Json& person) {
    Words parts;
    add(parts, said(person, "name"));
    add(parts, said(person, "phone"));
    add(parts, with_label("ch ", said(person, "radio")));
    return joined(parts, " ");
}

class Writing {
  public:
    Writing(const Json& sheet, const Screen& screen) : sheet_(sheet), screen_(screen) {}

    std::string call_sheet() && {
        head();
        sheet_["person"].is_null() ? calls_of_all() : call_of(sheet_["person"]);
        paragraph(said(sheet_, "key_times_text"));
        frames();
        if (sheet_["person"].is_null()) teams();
        schedule();
        not_yours();
        meals();
        list("NOT AVAILABLE", sheet_["off"], {"name", "when", "reason"});
        places();
        findings();
        ahead();
        return foot();
    }

    std::string day_sheet() && {
        head();
        paragraph(said(sheet_, "key_times_text"));
        frames();
        schedule();
        places();
        findings();
        ahead();
        return foot();
    }

    std::string run_sheet() && {
        head();
        const Json& activity = sheet_["activity"];
        const std::string fate = activity["is_cancelled"] == true ? "CANCELLED: " : "";
        line(joined({fate + said(activity, "name"), said(activity, "times"), said(activity, "place")}, "  "),
             Tone::strong);
        Words parts{"runs " + said(sheet_, "total"), "slot " + said(sheet_, "slot")};
        add(parts, said(sheet_, "over"));
        add(parts, with_label("only ", said(sheet_, "department")));
        line(joined(parts, " · "));
        paragraph(said(activity, "description"));
        paragraph(said(activity, "notes"));
        segments();
        out_ += '\n';
        paragraph("◆ starts at this very time · latest: when it must start so that nothing after it is late");
        return foot();
    }

  private:
    void line(const std::string& words, Tone tone = Tone::plain) {
        if (!words.empty()) out_ += text::painted(text::cut(words, screen_.width), tone, screen_.colour) + '\n';
    }

    void heading(std::string_view words) {
        if (!out_.ends_with("\n\n")) out_ += '\n';
        line(std::string(words), Tone::strong);
    }

    void paragraph(const std::string& words, int indent = 0) {
        for (std::size_t at = 0; at < words.size();) {
            const std::size_t end = std::min(words.find('\n', at), words.size());
            for (const std::string& one : text::wrapped(words.substr(at, end - at), screen_.width - indent))
                out_ += std::string(static_cast<std::size_t>(indent), ' ') + one + '\n';
            at = end + 1;
        }
    }

    void head() {
        const Json& day = sheet_["day"];
        Words right{capitals(said(sheet_, "title")) + "  " + said(day, "text")}, left{said(sheet_["event"], "name")};
        Words number;
        add(number, said(day, "number"));
        add(number, said(sheet_, "issue"));
        right.push_back(joined(number, " · "));
        left.push_back(said(sheet_["event"], "organizer"));
        for (std::size_t i = 0; i < 2; ++i) {
            const int room = screen_.width - text::display_width(right[i]) - 2;
            std::string one = text::cut(left[i], std::max(10, room));
            if (!right[i].empty())
                one += std::string(static_cast<std::size_t>(std::max(
                                       2, screen_.width - text::display_width(one) - text::display_width(right[i]))),
                                   ' ') +
                       right[i];
            line(one, i == 0 ? Tone::strong : Tone::plain);
        }
        line(with_label("for ", said(sheet_, "for_text")), Tone::strong);
        out_ += '\n';
    }

    void calls_of_all() {
        for (const Json& call : sheet_["general_calls"])
            line(joined({"CALL " + said(call, "time"), said(call, "name"), said(call, "place")}, "  "), Tone::strong);
        Words parts;
        if (!sheet_["first_call"].is_null()) parts.push_back("first call " + said(sheet_["first_call"], "time"));
        add(parts, with_label("last out ", said(sheet_, "wrap")));
        line(joined(parts, " · "));
    }

    /// On as many lines as it takes, none of them cut.
    void facts(const Words& parts) {
        std::string row;
        for (const std::string& part : parts) {
            if (!row.empty() && text::display_width(row) + 3 + text::display_width(part) > screen_.width) {
                line(row, Tone::strong);
                row.clear();
            }
            row.append(row.empty() ? "" : "   ").append(part);
        }
        line(row, Tone::strong);
    }

    void call_of(const Json& person) {
        Words parts;
        if (person["call"].is_null()) {
            parts.push_back("NOT CALLED" + with_label(", though ", said(person, "booked")));
            add(parts, said(person, "note"));
        } else {
            parts.push_back("CALL " + said(person, "call"));
            add(parts, with_label("OUT ", said(person, "out")));
            add(parts, with_label("MEAL ", said(person, "meals_text")));
        }
        if (!person["next"].is_null())
            parts.push_back("NEXT CALL " + said(person["next"], "text") + ' ' + said(person["next"], "call"));
        add(parts, with_label("REST ", said(person, "rest")));
        facts(parts);
        Words where;
        add(where, with_label("report to ", said(person, "report_to")));
        if (person.contains("contact") && !person["contact"].is_null())
            where.push_back("ask for " + reached(person["contact"]));
        add(where, with_label("your radio: ch ", said(person, "radio")));
        paragraph(joined(where, " · "));
    }

    void frames() {
        line(said(sheet_["day"], "timeframes_text"));
        for (const Json& frame : sheet_["day"]["timeframes"])
            for (const std::string_view key : {"description", "notes"}) paragraph(said(frame, key), 2);
    }

    /// A table under a heading. A row of one cell is a line of its own in between; with an indent of 1, each row whose
    /// first cell does not begin with a blank is a heading.
    void table(std::string_view title, const std::vector<Column>& columns, const Rows& rows,
               Tone between = Tone::strong, std::size_t indent = 2) {
        if (rows.empty()) return;
        heading(title);
        const bool is_named =
            std::ranges::any_of(columns, [](const Column& column) { return !column.heading.empty(); });
        auto lines = table_lines(columns, rows, screen_.width - 2, screen_.colour);
        if (!is_named) lines.erase(lines.begin());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::size_t row = is_named ? i - 1 : i;
            const bool is_row = i > 0 || !is_named;
            const bool is_between = is_row && rows[row].size() == 1;
            const bool is_heading = is_row && indent == 1 && !rows[row][0].starts_with(' ');
            out_ += is_between   ? ' ' + text::painted(lines[i], between, screen_.colour)
                    : is_heading ? ' ' + text::painted(lines[i], Tone::strong, screen_.colour)
                                 : std::string(indent, ' ') + lines[i];
            out_ += '\n';
        }
    }

    void list(std::string_view title, const Json& items, const Words& keys) {
        Rows rows;
        for (const Json& item : items) {
            rows.emplace_back();
            for (const std::string& key : keys) rows.back().push_back(said(item, key));
        }
        table(title, std::vector<Column>(keys.size(), ""), rows);
    }

    /// What a person's own call took from them.
    void not_yours() {
        const Json& person = sheet_["person"];
        if (!person.is_null() && person.contains("not_yours"))
            list("NOT YOURS: BEFORE YOUR OWN CALL", person["not_yours"], {"times", "name", "place"});
    }

    void meals() {
        if (!sheet_["person"].is_null()) return;
        Rows rows;
        for (const Json& meal : sheet_["catering"])
            rows.push_back(
                {said(meal, "time"), said(meal, "name"), said(meal, "place"), "feeds " + said(meal, "people_text")});
        table("MEALS", {{"", true}, "", "", {"", true}}, rows);
    }

    /// What another clock shows is in CALL and OUT where there is room for all, and else under its row.
    void teams() {
        static const std::vector<Column> columns{"",          {"CALL", true},     {"OUT", true},      {"MEAL", true, 1},
                                                 "REPORT TO", {"ROLE", false, 3}, {"RADIO", true, 2}, {"PHONE", true}};
        Rows rows;
        for (const Json& team : sheet_["teams"]) {
            const Json& contact = team["contact"];
            rows.push_back({said(team, "name"), time_of(team["first"]), time_of(team["last"]), "",
                            with_label("ask for ", said(contact, "name")), "",
                            with_label("ch ", said(contact, "radio")), said(contact, "phone")});
            for (const Json& person : team["people"]) rows.push_back(person_cells(person));
            for (const Json& labour : team["labour"])
                rows.push_back({' ' + said(labour, "count") + " × " + said(labour, "role"), said(labour, "call"),
                                said(labour, "out"), "", said(labour, "report_to"), said(labour, "name"), "", ""});
        }
        const auto is_cut = [](const std::string& line) { return line.find("…") != std::string::npos; };
        if (std::ranges::any_of(table_lines(columns, rows, screen_.width - 2, false), is_cut))
            rows = with_brackets_below(std::move(rows));
        table("CALLS", columns, rows, Tone::faint, 1);
    }

    static Rows with_brackets_below(Rows rows) {
        constexpr int indent = 2;
        Rows all;
        for (Words& row : rows) {
            Words brackets;
            add(brackets, with_label("call ", without_brackets(row[1])));
            add(brackets, with_label("out ", without_brackets(row[2])));
            all.push_back(std::move(row));
            if (!brackets.empty()) all.push_back({std::string(indent, ' ') + '(' + joined(brackets, " · ") + ')'});
        }
        return all;
    }

    /// Takes what is in brackets out of "03:30+1 (02:30+1 London)".
    static std::string without_brackets(std::string& time) {
        const std::size_t open = time.find(" ("), close = time.find(')');
        if (open == std::string::npos || close == std::string::npos) return {};
        std::string inside = time.substr(open + 2, close - open - 2);
        time.erase(open, close + 1 - open);
        return inside;
    }

    static std::string time_of(const Json& time) { return time.is_null() ? std::string() : said(time, "time"); }

    /// Who has neither calls nor work has a dash, and says what they have instead.
    static Words person_cells(const Json& person) {
        const bool is_called = !person["call"].is_null();
        return {' ' + said(person, "name"),
                is_called ? said(person, "call") : "–",
                said(person, "out"),
                said(person, "meals_text"),
                said(person, is_called ? "report_to" : "note"),
                said(person, "role"),
                with_label("ch ", said(person, "radio")),
                said(person, "phone")};
    }

    /// The times on a row's own clock and the part that is somebody's are under it, so that they are not cut.
    void rows(std::string_view title, const Json& items) {
        constexpr int indent = 6;
        Rows rows;
        for (const Json& row : items) {
            rows.push_back({said(row, "from"), said(row, "until"), joined({said(row, "marks"), said(row, "name")}, " "),
                            said(row, "place"), said(row, "who_text"),
                            sheet_["for_text"].is_null() ? "" : said(row, "why")});
            const std::string own = said(row, "own_times");
            Words more;
            if (!own.empty()) more.push_back('(' + own + ')');
            add(more, with_label("yours ", said(row, "parts_text")));
            if (!more.empty()) rows.push_back({std::string(indent, ' ') + joined(more, " · ")});
        }
        table(title, {{"", true}, {"", true}, "", "", {"", false, 2}, {"", false, 1}}, rows, Tone::faint);
    }

    void schedule() {
        rows("SCHEDULE", sheet_["rows"]);
        rows("STANDBY", sheet_["standby"]);
        if (!sheet_["rows"].empty() || !sheet_["standby"].empty()) return;
        if (!out_.ends_with("\n\n")) out_ += '\n';
        line("nothing is scheduled");
    }

    /// The departments' lines stand under their segment, so that none is cut.
    void segments() {
        constexpr int indent = 6;
        Rows rows;
        for (const Json& row : sheet_["rows"]) {
            if (!row["gap"].is_null()) rows.push_back({"    " + said(row, "gap")});
            const std::string mark = row["is_hard"] == true ? " ◆" : "";
            rows.push_back({said(row, "cue"), said(row, "from") + mark, said(row, "duration"), said(row, "name"),
                            said(row, "who_text"), said(row, "total"), said(row, "latest")});
            Words lines;
            for (const Json& column : row["columns"])
                add(lines, with_label(said(column, "column") + ": ", said(column, "text")));
            add(lines, said(row, "location"));
            add(lines, said(row, "notes"));
            for (const std::string& one : text::wrapped(joined(lines, " · "), screen_.width - indent - 2))
                if (!one.empty()) rows.push_back({std::string(indent, ' ') + one});
        }
        table("RUN OF SHOW",
              {"CUE", {"START", true}, {"LENGTH", true}, "ITEM", "WHO", {"RUNS", true, 2}, {"LATEST", true, 1}}, rows,
              Tone::plain);
    }

    void block(std::string_view title, const Json& block,
               std::initializer_list<std::pair<const char*, const char*>> keys) {
        constexpr int label = 14;
        heading(std::string(title) + with_label("  ", said(block, "areas_text")));
        for (const auto& [key, name] : keys) pair(name, said(block, key), label);
    }

    /// A name that is wider than the label moves its value to the right.
    void pair(const std::string& name, const std::string& value, int label) {
        if (value.empty()) return;
        const std::string shown = text::cut(name, screen_.width / 2);
        const int room = std::max(label, text::display_width(shown) + 1);
        const std::size_t before = out_.size();
        paragraph(value, room + 2);
        out_.replace(before, static_cast<std::size_t>(room + 2),
                     "  " + shown + std::string(static_cast<std::size_t>(room - text::display_width(shown)), ' '));
    }

    void places() {
        for (const Json& site : sheet_["sites"])
            block("LOCATION", site,
                  {{"venue", "venue"},
                   {"address", "address"},
                   {"entrance", "entrance"},
                   {"parking", "parking"},
                   {"transport", "transport"},
                   {"map", "map"}});
        for (const Json& safety : sheet_["safety"])
            block("SAFETY", safety,
                  {{"emergency", "emergency"},
                   {"hospital", "hospital"},
                   {"medic", "medic"},
                   {"muster_point", "muster point"},
                   {"notes", "notes"}});
        Rows contacts;
        for (const Json& contact : sheet_["contacts"])
            contacts.push_back({said(contact, "function"), said(contact, "name"),
                                with_label("ch ", said(contact, "radio")), said(contact, "phone")});
        table("KEY CONTACTS", {"", "", {"", true}, {"", true}}, contacts);
        if (sheet_["comms"].is_null()) return;
        heading("RADIO AND WI-FI");
        constexpr int label = 6;
        for (const Json& one : sheet_["comms"]["radio"]) pair(said(one, "channel"), said(one, "use"), label);
        pair("Wi-Fi", said(sheet_["comms"], "wifi"), label);
    }

    void findings() {
        for (const auto& [key, title] : {std::pair{"warnings", "OPEN WARNINGS"}, {"accepted", "ACCEPTED"}}) {
            if (sheet_[key].empty()) continue;
            heading(title);
            for (const Json& one : sheet_[key])
                paragraph(said(one, "message") + with_label(": ", said(one, "reason")) + " [" + said(one, "rule") + "]",
                          2);
        }
    }

    void ahead() {
        if (sheet_["ahead"].empty()) return;
        heading("NEXT DAYS");
        constexpr int label = 12;
        for (const Json& day : sheet_["ahead"]) {
            const Json& call = day["general_call"];
            Words parts;
            if (!call.is_null()) parts.push_back("general call " + said(call, "time"));
            add(parts, said(day, "timeframes_text"));
            add(parts, said(day, "key_text"));
            pair(said(day, "short"), joined(parts, " · "), label);
        }
    }

    std::string foot() {
        const Json& event = sheet_["event"];
        out_ += '\n';
        line("times in " + said(sheet_, "timezone") + " · the day runs from " + said(event, "day_start") + " · " +
                 said(sheet_, "hash"),
             Tone::faint);
        return std::move(out_);
    }

    const Json& sheet_;
    const Screen& screen_;
    std::string out_;
};

}  // namespace

std::string sheet_text(const Json& sheet, const Screen& screen) {
    Writing writing(sheet, screen);
    if (sheet["schema"] == "backops/run-sheet/1") return std::move(writing).run_sheet();
    return sheet.contains("teams") ? std::move(writing).call_sheet() : std::move(writing).day_sheet();
}

}  // namespace backops::render
