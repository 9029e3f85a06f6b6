#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backops::cmd {

/// For a word that is none of an option's: text::Failure (wrong usage) with all of them and the nearest.
[[noreturn]] void refuse_choice(std::string_view option, const std::string& typed,
                                const std::vector<std::string_view>& words);

/// What one of an option's few words stands for; text::Failure (wrong usage) for another.
template <class T, std::size_t N>
T choice(std::string_view option, const std::string& typed,
         const std::array<std::pair<std::string_view, T>, N>& choices) {
    std::vector<std::string_view> words;
    for (const auto& [word, value] : choices) {
        if (word == typed) return value;
        words.push_back(word);
    }
    refuse_choice(option, typed, words);
}

}  // namespace backops::cmd
