#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "yaml/tree.h"
#include "yaml/value.h"

namespace backops::yaml {

/// From the root: a key of a map, or the 0-based place of a list's item.
using Step = std::variant<std::string, std::size_t>;
using Path = std::vector<Step>;

/// The node at a path; null when there is none or nothing there.
const Node* at(const Node& root, const Path& path);

/// The keys of the map at `path` in the order that new ones are written in.
using KeyOrder = std::function<std::vector<std::string_view>(const Path& path)>;

/// One record's text under edit. Each edit changes only the lines of what it changes: the narrowest splice is tried
/// first, parsed again and compared with what the tree should then be; when it says anything else, the nearest
/// enclosing entry is written anew in block style, at worst the whole record. All bytes outside the replaced range are
/// copied. An edit to what is already so changes no byte. If no way gives the wanted tree the text is as it was and
/// std::logic_error is thrown.
class Document {
  public:
    /// `text` must be what `parse` reads without errors, or empty for a new record; std::invalid_argument if it is not.
    explicit Document(std::string text, KeyOrder order = {});
    /// The same of a text that has been parsed already: `root` is what `parse` made of it, without problems.
    Document(std::string text, Node root, KeyOrder order)
        : text_(std::move(text)), root_(std::move(root)), order_(std::move(order)) {}

    const std::string& text() const { return text_; }
    const Node& root() const { return root_; }
    Value value() const { return value_of(root_); }

    /// Sets a key or an item, making the maps above it; setting an empty value removes it.
    void set(const Path& path, Value value);
    /// Sets scalars that are there, in the order of their places, in one step; their number costs little.
    void set_scalars(std::span<const std::pair<Path, std::string>> all);
    /// Adds an item at the end of the list at `path`, making it if there is none.
    void append(const Path& path, Value item);
    /// Adds an item before the `index`-th of the list at `path`; at its end when there are not so many.
    void insert(const Path& path, std::size_t index, Value item);
    /// Removes a key or an item, and the list or map around it when that leaves it empty. Nothing there: nothing
    /// happens.
    void remove(const Path& path);
    /// Removes several items of the list at `path` in one step, named in order; all of them: the list itself.
    void remove_items(const Path& path, std::span<const std::size_t> indexes);

  private:
    std::vector<std::string> candidates_for(const Path& place, const Value& value) const;
    void change(const Path& path, const Value& wanted, const std::vector<std::string>& narrow, bool removes);
    std::optional<std::string> with_scalars(std::span<const std::pair<Path, std::string>> all) const;
    bool becomes(std::string candidate, const Value& wanted);

    std::string text_;
    Node root_;
    KeyOrder order_;
};

}  // namespace backops::yaml
