# What is installed besides the library, and the Debian packages of both: `cpack -G DEB` in the build folder.

set(docs ${CMAKE_INSTALL_DATADIR}/doc/backops)
install(TARGETS backops RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
foreach(section 1 5 7)
  install(DIRECTORY man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} COMPONENT program FILES_MATCHING PATTERN "*.${section}")
endforeach()
install(DIRECTORY schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/backops/schemas COMPONENT program
        FILES_MATCHING PATTERN "*.schema.json")
install(FILES cmd/completion/backops.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME backops
        COMPONENT program)
set(BACKOPS_ZSH_DIR ${CMAKE_INSTALL_DATADIR}/zsh/site-functions CACHE STRING "Where zsh finds completions")
install(FILES cmd/completion/backops.zsh DESTINATION ${BACKOPS_ZSH_DIR} RENAME _backops COMPONENT program)
install(FILES cmd/completion/backops.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
# Without the two programs that work in the source tree alone.
install(DIRECTORY examples DESTINATION ${docs} COMPONENT program PATTERN examples/run EXCLUDE PATTERN pictures/draw EXCLUDE
        PATTERN publish PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
install(FILES README.md CHANGELOG.md DESTINATION ${docs} COMPONENT program)
install(FILES LICENSE DESTINATION ${docs} COMPONENT license)

set(CPACK_PACKAGE_NAME backops)
set(CPACK_PACKAGE_CONTACT "backops developers <backops@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program dev)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian.cmake)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME backops)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
# Loaded when a calendar file is read or written, which is not known from the program's own needs.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS libical3)
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libbackops-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libfmt-dev, libyaml-cpp-dev, libhowardhinnant-date-dev, libutf8proc-dev, libcsv-dev, nlohmann-json3-dev, libical-dev")
# Without a summary for both, the first line of each is its own.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "schedules of a live event from a directory of YAML files
backops keeps the plan of a live event, its areas, companies, people and
activities, as small YAML files that are edited from the terminal or by
hand, versioned with git, and turned into everybody's schedules, call
sheets and calendars.")
set(CPACK_DEBIAN_DEV_DESCRIPTION "library that reads and schedules live events
The library behind backops: it reads the directory of YAML files that holds
a live event, resolves who is where and when, and renders schedules.")
include(CPack)
