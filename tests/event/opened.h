#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "event/directory.h"
#include "event/intake.h"
#include "files/memory_disk.h"
#include "text/failure.h"
#include "time/zone.h"

namespace backops::event::tests {

using Files = std::map<std::string, std::string>;

/// A small event: two areas, two collaborators, three people, some activities and time frames. Two days from its
/// beginning Europe/Berlin is on summer time; `extra` adds files or replaces them.
Files summer_sound(const Files& extra = {});

/// Called before each file that is read and each folder that is listed; may throw what the disk would.
using Look = std::function<void(const std::string& path)>;

/// An event in memory, open for writing, that notes each path it reads. `now` is 2026-06-11 10:00 in Berlin.
class Opened {
  public:
    explicit Opened(const Files& files = summer_sound(), Look look = {});

    backops::tests::Tree tree;
    std::shared_ptr<std::vector<std::string>> reads;
    Directory directory;
    Intake intake;
};

/// What the failure says and hints, one line each; "" when nothing is thrown.
template <class Act>
std::string failure_of(Act act) {
    try {
        act();
    } catch (const text::Failure& failure) {
        std::string text = failure.message;
        for (const text::Problem& problem : failure.problems) text += "\n" + problem.message;
        for (const std::string& hint : failure.hints) text += "\n" + hint;
        return text;
    }
    return "";
}

}  // namespace backops::event::tests
