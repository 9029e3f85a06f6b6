#include "event/search.h"

#include <algorithm>

#include "event/node_values.h"
#include "text/utf8.h"

namespace backops::event {
namespace {

struct Text {
    std::string where;
    std::string text;
};

void collect(const yaml::Node& node, const std::string& where, std::vector<Text>& texts) {
    if (node.kind == yaml::Kind::scalar) texts.push_back({where, node.text});
    for (const yaml::Node& item : node.items) collect(item, where, texts);
    for (const yaml::Entry& entry : node.entries)
        collect(entry.value, where.empty() ? entry.key : where + "." + entry.key, texts);
}

std::string line_with(const std::string& text, const std::string& word) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        if (text::case_folded(line).find(word) != std::string::npos) return line;
        at = end + 1;
    }
    return text.substr(0, text.find('\n'));
}

std::optional<Hit> hit(const RecordFile& file, const std::vector<std::string>& words) {
    std::vector<Text> texts{{"id", file.id}};
    if (file.tree) collect(*file.tree, "", texts);
    // The name is looked at right after the id, wherever it stands.
    std::stable_partition(texts.begin(), texts.end(),
                          [](const Text& text) { return text.where == "id" || text.where == "name"; });
    const Text* first = nullptr;
    for (const std::string& word : words) {
        const auto has = std::find_if(texts.begin(), texts.end(), [&](const Text& text) {
            return text::case_folded(text.text).find(word) != std::string::npos;
        });
        if (has == texts.end()) return std::nullopt;
        if (!first) first = &*has;
    }
    return Hit{file.noun, file.id, file.tree ? text_of(*file.tree, "name") : "", first->where,
               line_with(first->text, words.front())};
}

}  // namespace

std::vector<Hit> hits(Directory& directory, const std::vector<std::string>& words) {
    std::vector<std::string> folded;
    for (const std::string& word : words) folded.push_back(text::case_folded(word));
    std::vector<Hit> found;
    for (const Noun noun : folder_nouns)
        for (const std::string& id : directory.ids(noun))
            if (auto one = hit(directory.file(noun, id), folded)) found.push_back(std::move(*one));
    std::stable_partition(found.begin(), found.end(),
                          [](const Hit& hit) { return hit.where == "id" || hit.where == "name"; });
    return found;
}

}  // namespace backops::event
