#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/problem.h"
#include "yaml/tree.h"

namespace backops::yaml {

/// Thrown to end the reading of a file; the problem is already reported.
struct Stop {};

/// The tree under construction: told of the parser's events in order, each with the byte where it was marked, it finds
/// the spans in the source and refuses what the parser lets pass. After some twenty problems it gives up the file.
class Builder {
  public:
    Builder(std::string_view file, std::string_view text, text::Problems& problems)
        : file_(file), text_(text), problems_(problems) {}

    /// An absent value, or one of the words that YAML takes for null.
    void null(std::size_t marked);
    void alias(std::size_t marked);
    void scalar(std::size_t marked, const std::string& value);
    void open(Kind kind, std::size_t marked);
    void close();

    Node root() && { return std::move(root_); }

  private:
    struct Frame {
        Node node;
        std::string key;
        text::Span key_span;
        bool has_key = false;
        std::size_t colon = 0;  // of the pending key
        std::size_t last = 0;   // one past what was read last
    };

    bool is_key_next() const;
    bool is_in_flow() const { return !frames_.empty() && frames_.back().node.style == Style::flow; }
    int column_of_owner() const;

    void report(std::size_t begin, std::size_t end, const char* rule, std::string message,
                std::vector<std::string> hints);
    [[noreturn]] void fail(std::size_t begin, std::size_t end, std::string message, std::vector<std::string> hints);
    [[noreturn]] void fail(text::Problem problem);
    void count(std::size_t at);

    std::size_t past_decoration(std::size_t at);
    void refuse_outdented(std::size_t at, bool is_block_list);
    Node absent() const;
    bool belongs_here(std::size_t value) const;
    std::size_t end_of_scalar(std::size_t at, const std::string& value, Style& style);
    void refuse_sprawl(std::size_t begin, std::size_t end);
    void refuse_misread_folds(std::size_t at, std::size_t end);

    void place(Node node);
    void take_key(Frame& frame, Node node);
    void take_item(Frame& frame, Node node);
    [[noreturn]] void refuse_key_without_colon(const Node& key);
    void refuse_duplicate(const Frame& frame);

    std::string_view file_;
    std::string_view text_;
    text::Problems& problems_;
    Node root_;
    std::size_t values_ = 0;
    std::size_t reported_ = 0;      // problems that did not end the reading
    std::size_t decorated_to_ = 0;  // anchors and tags before it are reported
    std::vector<Frame> frames_;
    std::unordered_map<std::string, text::Span> wide_keys_;  // of maps with very many keys, behind their place
};

}  // namespace backops::yaml
