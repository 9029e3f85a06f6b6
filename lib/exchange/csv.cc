#include "exchange/csv.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/wording.h"

namespace backops::exchange {
namespace {

text::Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// What the first line that is not blank has most of, outside quotes.
char separator_of(std::string_view text) {
    constexpr std::string_view separators = ",;\t";
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    bool begun = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (is_line_end(c) && !quoted && begun) break;
        begun = begun || (c != ' ' && !is_line_end(c));
        if (const auto which = separators.find(c); which != std::string_view::npos && !quoted) ++counts[which];
    }
    return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

class Reader {
  public:
    Reader(Table& table, Findings& findings) : table_(table), findings_(findings) { begin_parser(); }
    ~Reader() { csv_free(&parser_); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    // False when there is more than can be taken.
    bool read(std::size_t begin) {
        at_ = row_begin_ = cell_begin_ = begin;
        while (!stopped_ && !findings_.full()) {
            if (at_ < table_.source.text.size())
                feed();
            else if (!finish())
                break;
        }
        return !is_too_large_;
    }

  private:
    static void take_cell(void* text, size_t size, void* reader) {
        static_cast<Reader*>(reader)->cell({static_cast<const char*>(text), size});
    }
    static void take_row(int, void* reader) { static_cast<Reader*>(reader)->row(); }

    void begin_parser() {
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&parser_, static_cast<unsigned char>(table_.separator));
        csv_set_blk_size(&parser_, 4096);
    }

    bool is_blank(char c) const { return (c == ' ' || c == '\t') && c != table_.separator; }

    void feed() {
        const char c = table_.source.text[at_];
        if (between_rows_ && is_line_end(c)) row_begin_ = cell_begin_ = at_ + 1;
        if (!is_line_end(c) && !is_blank(c)) between_rows_ = false;
        if (csv_parse(&parser_, &c, 1, take_cell, take_row, this) == 1)
            ++at_;
        else
            recover();
    }

    // False when all is read; after an unclosed quote, reading goes on with the next line.
    bool finish() {
        if (csv_fini(&parser_, take_cell, take_row, this) == 0) return false;
        const std::size_t opening = first_of_cell();
        findings_.add(span_of(opening, opening + 1), "csv-quote", "the quote that opens here is never closed",
                      {"close it where the cell ends, or delete it"});
        go_on_after_line_of(opening);
        return true;
    }

    std::size_t first_of_cell() const {
        std::size_t at = cell_begin_;
        while (at < table_.source.text.size() && is_blank(table_.source.text[at])) ++at;
        return at;
    }

    // The parser has refused the byte at `at_`.
    void recover() {
        const std::size_t opening = first_of_cell();
        if (table_.source.text[opening] != '"') {
            findings_.add(span_of(at_, at_ + 1), "csv-quote", "a quote stands inside a cell that is not quoted",
                          {"put the whole cell in quotes, and write each quote inside it twice"});
            return go_on_after_line_of(at_);
        }
        const auto first_line = std::string_view(table_.source.text).substr(opening, at_ - opening);
        if (first_line.find('\n') == std::string_view::npos) {
            findings_.add(span_of(at_, at_ + 1), "csv-quote", "text follows the quote that closes this cell",
                          {"write a quote that belongs to the text twice"});
            return go_on_after_line_of(at_);
        }
        const text::Place here = findings_.place(span_of(at_, at_ + 1));
        findings_
            .add(span_of(opening, opening + 1), "csv-quote", "the quote that opens here is not closed in this row",
                 {"close it where the cell ends, or delete it"})
            .others.push_back({here, "the next quote is before this, and no cell ends there"});
        go_on_after_line_of(opening);
    }

    void go_on_after_line_of(std::size_t at) {
        csv_free(&parser_);
        begin_parser();
        const std::size_t end = table_.source.text.find('\n', at);
        at_ = row_begin_ = cell_begin_ = end == std::string::npos ? table_.source.text.size() : end + 1;
        row_ = {};
        extra_.reset();
        count_ = 0;
        is_filled_ = false;
        between_rows_ = true;
        if (!has_header_) stopped_ = true;
    }

    void cell(std::string_view text) {
        std::size_t begin = cell_begin_;
        std::size_t end = at_;
        while (begin < end && is_blank(table_.source.text[begin])) ++begin;
        while (end > begin && (is_blank(table_.source.text[end - 1]) || is_line_end(table_.source.text[end - 1])))
            --end;
        const text::Span span = span_of(begin, end);
        cell_begin_ = at_ + 1;
        ++count_;
        const bool is_empty = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (!is_empty) {
            is_filled_ = true;
            filled_ = count_;
        }
        const std::size_t room = has_header_ ? table_.header.size() : most_columns + 1;
        if (row_.cells.size() < room)
            row_.cells.push_back({std::string(text), span});
        else if (!is_empty && !extra_)
            extra_ = span;
    }

    void row() {
        Row row = std::move(row_);
        row.span = span_of(row_begin_, std::max(row_begin_, at_));
        const auto extra = extra_;
        const bool is_filled = is_filled_;
        row_ = {};
        row_begin_ = at_ + 1;
        extra_.reset();
        count_ = 0;
        is_filled_ = false;
        between_rows_ = true;
        if (at_ + 1 < table_.source.text.size() && table_.source.text[at_] == '\r' &&
            table_.source.text[at_ + 1] != '\n')
            findings_.add(span_of(at_, at_ + 1), "encoding", "a carriage return stands alone here",
                          {"save the file with LF or CRLF line ends"});
        if (!is_filled) return;
        if (!has_header_) return take_header(std::move(row), extra.has_value());
        if (extra) return report_extra(*extra);
        if (is_under_headings(row)) keep(std::move(row));
    }

    void take_header(Row row, bool has_more) {
        has_header_ = true;
        if (!has_more)
            while (row.cells.back().text.empty()) row.cells.pop_back();
        table_.header_span = row.span;
        if (row.cells.size() > most_columns) {
            findings_.add(row.cells[most_columns].span, "limit",
                          fmt::format("there are more than {} columns", most_columns));
            stopped_ = true;
            return;
        }
        table_.header = std::move(row.cells);
    }

    void report_extra(text::Span at) {
        findings_.add(
            at, "csv-row",
            fmt::format("this row has {}, and the header has {}", text::counted(filled_, "cell"), table_.header.size()),
            {fmt::format("a cell with {} in it must stand in quotes", separator_name())});
    }

    std::string separator_name() const {
        return table_.separator == '\t' ? "a tab" : fmt::format("`{}`", table_.separator);
    }

    bool is_under_headings(const Row& row) {
        bool all = true;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (table_.header[i].text.empty() && !row.cells[i].text.empty()) {
                findings_.add(row.cells[i].span, "csv-row", "this cell stands under no heading",
                              {"give its column a heading"});
                all = false;
            }
        return all;
    }

    void keep(Row row) {
        cells_ += row.cells.size();
        if (table_.rows.size() < most_rows && cells_ <= most_cells) return table_.rows.push_back(std::move(row));
        const bool rows = table_.rows.size() >= most_rows;
        findings_.add(row.cells[0].span, "limit",
                      rows ? "there are more than 100,000 rows" : "there are more than 2,000,000 cells",
                      {"import it in several parts"});
        stopped_ = true;
        is_too_large_ = true;
    }

    Table& table_;
    Findings& findings_;
    csv_parser parser_;
    std::size_t at_ = 0;
    std::size_t row_begin_ = 0;
    std::size_t cell_begin_ = 0;
    Row row_;
    std::size_t count_ = 0;   // of this row's cells so far
    std::size_t filled_ = 0;  // up to the last that is not empty
    std::size_t cells_ = 0;
    std::optional<text::Span> extra_;
    bool is_filled_ = false;
    bool between_rows_ = true;
    bool has_header_ = false;
    bool stopped_ = false;
    bool is_too_large_ = false;
};

}  // namespace

text::Span Table::part(const Cell& cell, std::size_t offset, std::size_t length) const {
    const bool quoted = cell.span.begin < cell.span.end && source.text[cell.span.begin] == '"';
    std::size_t at = cell.span.begin + (quoted ? 1 : 0);
    const auto advance = [&](std::size_t bytes) {
        for (; bytes > 0 && at < cell.span.end; --bytes, ++at)
            if (quoted && source.text[at] == '"') ++at;
    };
    advance(offset);
    const std::size_t begin = at;
    advance(length);
    return span_of(begin, std::min<std::size_t>(at, cell.span.end));
}

bool read_csv(Table& table, Findings& findings) {
    const std::size_t begin = table.source.begin();
    table.separator = separator_of(std::string_view(table.source.text).substr(begin));
    if (!Reader(table, findings).read(begin)) return false;
    if (table.header.empty() && !findings.any_error()) findings.add("empty-file", "there is nothing in this file", {});
    if (table.header.empty()) return false;
    if (table.rows.empty() && !findings.any_error())
        findings.add(table.header_span, "empty-file", "there is no row under the header", {});
    return true;
}

}  // namespace backops::exchange
