#pragma once

#include <string>

namespace backops::files {

/// The numbers of one user's unfinished changes, each an empty file in a folder of theirs outside every event. A record
/// whose number is not there came with the files, and nobody follows it.
class OwnChanges {
  public:
    /// Empty: nothing is remembered, and nothing known.
    explicit OwnChanges(std::string folder) : folder_(std::move(folder)) {}

    /// A new number, durable before it is returned where the folder can be written.
    std::string remember() const;
    bool knows(const std::string& number) const;
    void forget(const std::string& number) const;

  private:
    std::string folder_;
};

}  // namespace backops::files
