# What Debian wants of the files in a package, before it is made: compressed pages, who holds the copyright, and what is needed.

string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(GLOB trees LIST_DIRECTORIES true ${CPACK_TEMPORARY_DIRECTORY}/*)
foreach(tree IN LISTS trees)
  file(GLOB_RECURSE pages ${tree}/usr/share/man/*.[0-9])
  if(pages)
    execute_process(COMMAND gzip -9n ${pages} COMMAND_ERROR_IS_FATAL ANY)
  endif()
  get_filename_component(component ${tree} NAME)
  set(package backops)
  if(component STREQUAL dev)
    set(package libbackops-dev)
  endif()
  set(docs ${tree}/usr/share/doc/${package})
  file(MAKE_DIRECTORY ${docs})
  file(COPY_FILE ${CMAKE_CURRENT_LIST_DIR}/copyright ${docs}/copyright)
  file(WRITE ${docs}/changelog "backops (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n\n"
       "  * Packaged; what is new in it is in CHANGELOG.md.\n\n -- ${CPACK_PACKAGE_CONTACT}  ${now}\n")
  execute_process(COMMAND gzip -9n ${docs}/changelog COMMAND_ERROR_IS_FATAL ANY)

  if(EXISTS ${tree}/usr/share/zsh/site-functions)
    # In /usr, Debian's zsh looks for the completions of packages there alone.
    file(RENAME ${tree}/usr/share/zsh/site-functions ${tree}/usr/share/zsh/vendor-completions)
  endif()

  set(overrides ${tree}/usr/share/lintian/overrides)
  file(WRITE ${overrides}/${package} "# Who publishes the package puts an address here that mail reaches: CPACK_PACKAGE_CONTACT.\n"
       "${package}: bogus-mail-host\n${package}: bogus-mail-host-in-debian-changelog\n")
  if(component STREQUAL dev)
    file(APPEND ${overrides}/${package} "# It lies with the library, in lib/ unless the build is configured for /usr.\n"
         "${package}: pkg-config-unavailable-for-cross-compilation\n")
  endif()
  # Whoever makes it may keep others out of what they write.
  execute_process(COMMAND chmod -R u=rwX,go=rX ${tree} COMMAND_ERROR_IS_FATAL ANY)

  # Asked of the program alone: CPack first asks of every file whether it is one, which takes longer than all the rest.
  if(EXISTS ${tree}/usr/bin/backops)
    file(MAKE_DIRECTORY ${tree}/DEBIAN ${tree}/debian)
    file(TOUCH ${tree}/debian/control)
    execute_process(COMMAND dpkg-shlibdeps -O ./usr/bin/backops WORKING_DIRECTORY ${tree} OUTPUT_VARIABLE needed
                    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    file(REMOVE_RECURSE ${tree}/DEBIAN ${tree}/debian)
    string(REGEX REPLACE "^shlibs:Depends=" "" CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "${needed}")
  endif()
endforeach()
