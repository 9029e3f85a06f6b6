#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace backops::event {

/// Ids for new records, made from their names (design, section 2): a taken one gets a distinction behind it, then `-2`
/// and so on. Each counts as taken from then on; thousands of one name cost no more than as many of different names.
class FreshIds {
  public:
    /// `is_taken`: by what the event has already.
    explicit FreshIds(std::function<bool(const std::string&)> is_taken);

    void reserve(std::string id) { reserved_.insert(std::move(id)); }
    /// `word` is what the id begins with when nothing is left of the name; `distinctions` are tried in order before
    /// numbers.
    std::string made_from(std::string_view name, std::string_view word,
                          const std::vector<std::string>& distinctions = {});

  private:
    bool is_free(const std::string& id) const;
    std::string numbered(const std::string& base, int first);

    std::function<bool(const std::string&)> is_taken_;
    std::unordered_set<std::string> reserved_;
    std::unordered_map<std::string, int> counts_;  // the last number that a base was given
};

}  // namespace backops::event
