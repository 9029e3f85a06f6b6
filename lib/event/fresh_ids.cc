#include "event/fresh_ids.h"

#include <algorithm>

#include "text/id.h"

namespace backops::event {
namespace {

constexpr std::size_t longest_id = 64;

// The front is cut where both would be too long; nothing when even that does not help.
std::string joined(std::string front, const std::string& back) {
    if (back.size() + 2 > longest_id) return "";
    front.resize(std::min(front.size(), longest_id - 1 - back.size()));
    while (front.ends_with('-')) front.pop_back();
    return front + "-" + back;
}

}  // namespace

FreshIds::FreshIds(std::function<bool(const std::string&)> is_taken) : is_taken_(std::move(is_taken)) {}

bool FreshIds::is_free(const std::string& id) const {
    return text::is_id(id) && !reserved_.contains(id) && !is_taken_(id);
}

std::string FreshIds::numbered(const std::string& base, int first) {
    int& number = counts_.try_emplace(base, first - 1).first->second;
    std::string id;
    do id = joined(base, std::to_string(++number));
    while (!is_free(id));
    return id;
}

std::string FreshIds::made_from(std::string_view name, std::string_view word,
                                const std::vector<std::string>& distinctions) {
    const std::string base = text::id_from(name);
    std::string id = base;
    for (auto next = distinctions.begin(); !base.empty() && !is_free(id) && next != distinctions.end(); ++next)
        id = joined(base, *next);
    if (base.empty())
        id = numbered(std::string(word), 1);
    else if (!is_free(id))
        id = numbered(base, 2);
    reserved_.insert(id);
    return id;
}

}  // namespace backops::event
