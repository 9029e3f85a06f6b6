#include "cmd/choice.h"

#include <fmt/format.h>

#include "event/values.h"
#include "text/failure.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::cmd {

void refuse_choice(std::string_view option, const std::string& typed, const std::vector<std::string_view>& words) {
    std::vector<std::string> hints;
    const std::vector<std::string> candidates(words.begin(), words.end());
    if (const auto near = text::nearest(typed, candidates)) hints.push_back(fmt::format("did you mean `{}`?", *near));
    throw text::Failure(
        fmt::format("{} is no value of `{}`: it is {}", text::quoted(typed), option, event::one_of(words)),
        std::move(hints), text::wrong_usage);
}

}  // namespace backops::cmd
