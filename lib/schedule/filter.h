#pragma once

#include <string>
#include <vector>

#include "schedule/selection.h"

namespace backops::schedule {

/// A selection's filters, made ready to be asked often.
class Filter {
  public:
    Filter(const model::Plan& plan, const Selection& selection);

    /// Kind, tag, status, audience and words. Several of one option: any of them; all words, each anywhere in what
    /// that audience may read of it.
    bool keeps(const Occurrence& occurrence) const;

    /// `roles`: with a person or collaborator selected, whether one of those is there in such a role, else whether
    /// anyone is.
    bool keeps_role(const Occurrence& occurrence, const std::vector<std::string>& via) const;

    /// Days, range and moment.
    bool in_range(const Occurrence& occurrence, std::int32_t day_start) const;

  private:
    bool has_words(const Occurrence& occurrence) const;

    const model::Plan& plan_;
    const Selection& selection_;
    std::vector<std::string> words_;  ///< case-folded
    bool selects_people_ = false;
};

}  // namespace backops::schedule
