#include "exchange/csv_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/values.h"
#include "render/csv_cell.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/wording.h"

namespace backops::exchange {
namespace {

constexpr std::size_t most_names = 1'000;
constexpr int most_guesses = 50;

struct Piece {
    std::string_view text;
    std::size_t offset = 0;
};

Piece trimmed(Piece piece) {
    const std::size_t begin = piece.text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {{}, piece.offset};
    const std::size_t end = piece.text.find_last_not_of(" \t\r\n") + 1;
    return {piece.text.substr(begin, end - begin), piece.offset + begin};
}

Piece unguarded(std::string_view text) {
    const Piece piece = trimmed({text, 0});
    if (!piece.text.starts_with('\'') || !render::reads_as_formula(piece.text)) return piece;
    return trimmed({piece.text.substr(1), piece.offset + 1});
}

std::vector<Piece> items_of(Piece list) {
    std::vector<Piece> items;
    while (true) {
        const std::size_t end = list.text.find(';');
        if (const Piece item = trimmed({list.text.substr(0, end), list.offset}); !item.text.empty())
            items.push_back(item);
        if (end == std::string_view::npos) return items;
        list = {list.text.substr(end + 1), list.offset + end + 1};
    }
}

const event::Field& field_of(std::string_view key) {
    return *event::find_field(event::fields_of(event::Noun::activity), key);
}

template <class T>
T taken(const text::Parsed<T>& parsed) {
    if (parsed) return *parsed;
    throw text::Failure(parsed.error, parsed.hints);
}

}  // namespace

// One row under reading.
class Reading {
  public:
    Reading(RowReader& reader, const Row& row)
        : table_(reader.table_),
          columns_(reader.columns_),
          row_(row),
          intake_(reader.intake_),
          names_(reader.names_),
          findings_(reader.findings_),
          times_(reader.times_) {}

    std::optional<RowActivity> activity() {
        RowActivity read;
        read.row = &row_;
        read_id(read);
        read.name = value(Column::name);
        if (read.name.empty() && columns_.has(Column::name) && is_empty(Column::name))
            wrong(Column::name, "missing-key", "this row has no `name`");
        read_kind(read);
        read_status(read);
        read.location = value(Column::location);
        read.description = value(Column::description);
        read_times(read);
        read.areas =
            list(Column::areas, [this](const std::string& name) -> const Answer& { return names_.area(name); });
        read.organizers = list(Column::organizers,
                               [this](const std::string& name) -> const Answer& { return names_.organizer(name); });
        read.required = list(Column::required,
                             [this](const std::string& name) -> const Answer& { return names_.participant(name); });
        read.optional = list(
            Column::optional, [this](const std::string& name) -> const Answer& { return names_.participant(name); },
            &read.required);
        return is_good_ ? std::optional(std::move(read)) : std::nullopt;
    }

  private:
    Piece piece(Column column) const {
        const Cell* cell = columns_.cell(row_, column);
        return cell ? unguarded(cell->text) : Piece{};
    }
    bool is_empty(Column column) const { return piece(column).text.empty(); }

    void wrong(Column column, std::string rule, std::string message, std::vector<std::string> hints = {}) {
        is_good_ = false;
        findings_.add(span_of(columns_, row_, column), std::move(rule), std::move(message), std::move(hints));
    }

    // Does the work; a refusal is a problem of the cell.
    template <class Work>
    void read_cell(Column column, Work&& work) {
        try {
            work();
        } catch (const text::Failure& failure) {
            wrong(column, "wrong-value", failure.message, failure.hints);
        }
    }

    std::string value(Column column) {
        const std::string typed(piece(column).text);
        std::string read;
        if (typed.empty()) return read;
        read_cell(column,
                  [&] { read = intake_.scalar(field_of(column_names[static_cast<std::size_t>(column)]), typed).text; });
        while (read.ends_with('\n')) read.pop_back();
        return read;
    }

    void read_id(RowActivity& read) {
        read.id = piece(Column::id).text;
        if (read.id.empty() || text::is_id(read.id)) return;
        const std::string meant = text::id_from(read.id);
        wrong(Column::id, "wrong-value", text::why_no_id(read.id),
              meant.empty() ? std::vector<std::string>{} : std::vector{fmt::format("write `{}`", meant)});
    }

    void read_kind(RowActivity& read) {
        const std::string typed(piece(Column::kind).text);
        read.kind = text::is_id(typed) ? typed : text::id_from(typed);
        if (read.kind.empty() && !typed.empty())
            wrong(Column::kind, "wrong-value", fmt::format("no id can be made from the kind {}", text::quoted(typed)),
                  {"write a word such as `rehearsal`"});
    }

    void read_status(RowActivity& read) {
        read.status = piece(Column::status).text;
        for (char& c : read.status)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (read.status.empty()) return;
        if (const auto bad = event::wrong_value(field_of("status"), "status", read.status))
            wrong(Column::status, "wrong-value", bad->message, bad->hints);
    }

    void read_times(RowActivity& read) {
        const std::string start(piece(Column::start).text);
        if (columns_.has(Column::start) && start.empty())
            wrong(Column::start, "missing-key", "this row has no `start`",
                  {"write a date and a clock time, such as `2026-06-12T14:00`, or a date alone: all day"});
        if (!start.empty()) read_cell(Column::start, [&] { read.start = times_.start(start); });
        read.end_typed = piece(Column::end).text;
        const std::string duration(piece(Column::duration).text);
        if (!read.end_typed.empty() && !duration.empty())
            wrong(Column::duration, "wrong-value", "`end` and `duration` are both given", {"keep one of them"});
        if (!read.end_typed.empty() && read.start) read_cell(Column::end, [&] { read_end(read); });
        if (duration.empty()) return;
        if (read.start && read.start->is_date)
            return wrong(Column::duration, "wrong-value", "this lasts all day, so it has no duration",
                         {"give `start` a clock time too, or write the last day as `end`"});
        const auto length = time::parse_duration(duration);
        if (!length) return wrong(Column::duration, "wrong-value", length.error, length.hints);
        if (length->seconds == 0)
            return wrong(Column::duration, "wrong-value", "a duration must be more than nothing",
                         {"for a moment, such as doors, leave the cell empty"});
        read.duration = *length;
    }

    void read_end(RowActivity& read) {
        read.end = times_.end(read.end_typed, *read.start);
        if (time::linear(read.end->time) - time::linear(read.start->time) > 400LL * time::day_seconds)
            wrong(Column::end, "wrong-value", "this lasts more than 400 days");
    }

    template <class Find>
    std::vector<std::string> list(Column column, Find&& find, const std::vector<std::string>* others = nullptr) {
        std::vector<std::string> ids;
        const auto items = items_of(piece(column));
        if (items.size() > most_names) {
            wrong(column, "limit", "there are more than 1,000 names in this cell");
            return ids;
        }
        for (const Piece& item : items) {
            const Answer& answer = find(std::string(item.text));
            if (answer.id.empty())
                wrong_item(column, item, answer.rule, answer.message, answer.hints);
            else if (others && std::find(others->begin(), others->end(), answer.id) != others->end())
                wrong_item(column, item, "duplicate-item", fmt::format("`{}` is both required and optional", answer.id),
                           {"keep it in one of the two lists"});
            else if (std::find(ids.begin(), ids.end(), answer.id) == ids.end())
                ids.push_back(answer.id);
        }
        return ids;
    }

    void wrong_item(Column column, const Piece& item, std::string rule, std::string message,
                    std::vector<std::string> hints) {
        is_good_ = false;
        const text::Span span = table_.part(*columns_.cell(row_, column), item.offset, item.text.size());
        findings_.add(span, std::move(rule), std::move(message), std::move(hints));
    }

    const Table& table_;
    const Columns& columns_;
    const Row& row_;
    event::Intake& intake_;
    Names& names_;
    Findings& findings_;
    TypedTimes& times_;
    bool is_good_ = true;
};

const time::Setting& TypedTimes::setting() {
    if (misses_ < most_guesses) return intake_.setting();
    if (!plain_) {
        plain_ = intake_.setting();
        plain_->names = [] { return std::vector<std::string>{}; };
    }
    return *plain_;
}

time::Entered TypedTimes::start(const std::string& typed) {
    const auto read = time::parse_start(typed, setting());
    if (!read) ++misses_;
    return taken(read);
}

time::Entered TypedTimes::end(const std::string& typed, const time::Entered& start) {
    const auto read = time::parse_end(typed, start, setting());
    if (!read) ++misses_;
    return taken(read);
}

std::optional<RowActivity> RowReader::read(const Row& row) { return Reading(*this, row).activity(); }

text::Span span_of(const Columns& columns, const Row& row, Column column) {
    const Cell* cell = columns.cell(row, column);
    if (cell) return cell->span;
    return columns.has(column) ? text::Span{row.span.end, row.span.end} : row.cells.front().span;
}

}  // namespace backops::exchange
