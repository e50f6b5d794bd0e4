# -Wrestrict of GCC 12 sees ghosts in `"text" + std::string` (GCC's bug 105651, mended in 13).
set(entente_warnings -Wall -Wextra -Wpedantic -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  list(APPEND entente_warnings -Wno-restrict)
endif()

# entente_room(NAME SOURCES a.cpp ... HEADERS a.h ... [USES lower_room ...] [LIBRARIES target ...])
# One static library per folder. Headers are included from the root: "graph/entity.h".
function(entente_room name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;USES;LIBRARIES")
  add_library(entente_${name} STATIC ${arg_SOURCES})
  add_library(entente::${name} ALIAS entente_${name})
  target_sources(entente_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
  set_target_properties(entente_${name} PROPERTIES CXX_EXTENSIONS OFF)
  target_compile_features(entente_${name} PUBLIC cxx_std_20)
  # Sums of floats as they are written, with no contraction: the same bits on every machine.
  target_compile_options(entente_${name} PRIVATE ${entente_warnings} -Wconversion -ffp-contract=off)
  foreach(lower IN LISTS arg_USES)
    target_link_libraries(entente_${name} PUBLIC entente::${lower})
  endforeach()
  target_link_libraries(entente_${name} PUBLIC ${arg_LIBRARIES})
endfunction()

# entente_tests(NAME SOURCES a_test.cpp ... USES room ...): one executable for the tests of a room.
function(entente_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES")
  add_executable(entente_${name}_tests ${arg_SOURCES})
  foreach(room IN LISTS arg_USES)
    target_link_libraries(entente_${name}_tests PRIVATE entente::${room})
  endforeach()
  target_link_libraries(entente_${name}_tests PRIVATE entente_test_main)
  target_compile_options(entente_${name}_tests PRIVATE ${entente_warnings})
  catch_discover_tests(entente_${name}_tests TEST_PREFIX "${name}: " PROPERTIES TIMEOUT 300)
endfunction()
