#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"
#include "text/span.h"

namespace backops::exchange {

/// What is imported may be so large.
inline constexpr std::size_t largest_source = 16 * 1024 * 1024;

/// Somebody's file as read, with what places in it need.
struct Source {
    std::string file;
    std::string text;
    std::vector<std::uint32_t> lines;  ///< where each line begins

    text::Place place(text::Span span) const;
    /// Where the text begins, behind a byte order mark.
    std::size_t begin() const;
};

/// Problems of one file: at most `most_problems`, and only so many bytes of excerpts that no file takes all memory.
class Findings {
  public:
    static constexpr std::size_t most_problems = 10'000;

    explicit Findings(const Source& source) : source_(source) {}
    text::Problem& add(text::Span at, std::string rule, std::string message, std::vector<std::string> hints = {},
                       text::Severity severity = text::Severity::error);
    /// For the file as a whole.
    void add(std::string rule, std::string message, std::vector<std::string> hints = {});
    /// Problems of other files that stand in the way.
    void add(text::Problems others);
    text::Place place(text::Span at);

    bool any_error() const { return errors_ > 0; }
    bool full() const { return problems_.size() >= most_problems; }
    /// Sorted; when there were more than are kept, the last says so.
    text::Problems taken();

  private:
    const Source& source_;
    text::Problems problems_;
    text::Problem dropped_;
    std::size_t errors_ = 0;
    std::size_t excerpt_bytes_ = 0;
};

/// Takes the bytes of a file into `source`, where lines may end in LF, CRLF or CR. False when they are no text, or more
/// than can be taken; `kind` is what it should be saved as (`CSV`).
bool read_source(std::string file, std::string text, std::string_view kind, Source& source, Findings& findings);

/// The first byte that is not UTF-8 is a problem. (A calendar may fold its lines inside a character.)
bool is_utf8(const Source& source, Findings& findings);

}  // namespace backops::exchange
