# Does the guard bark? cmake -DROOT=<source tree> -DSCRATCH=<folder> -P layers_planted.cmake
# Copies the rooms, plants one forbidden include at a time and expects layers.cmake to name it.
cmake_minimum_required(VERSION 3.25)

set(guard ${CMAKE_CURRENT_LIST_DIR}/layers.cmake)
file(REMOVE_RECURSE ${SCRATCH})
foreach(room IN ITEMS base graph extract query out cli)
  file(COPY ${ROOT}/${room} DESTINATION ${SCRATCH} FILES_MATCHING PATTERN *.h PATTERN *.cpp)
endforeach()

function(run_guard)
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH} -P ${guard}
    RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE said)
  set(result ${result} PARENT_SCOPE)
  set(said "${said}" PARENT_SCOPE)
endfunction()

# Plants `include` as the second line of room/planted.h.
function(plant room include)
  set(file ${SCRATCH}/${room}/planted.h)
  file(WRITE ${file} "#pragma once\n#include ${include}\n")
  run_guard()
  file(REMOVE ${file})
  if(result EQUAL 0)
    message(FATAL_ERROR "${room}/ including ${include} was let through")
  endif()
  if(NOT said MATCHES "${room}/planted.h:2")
    message(FATAL_ERROR "${room}/ including ${include} was refused without its place:\n${said}")
  endif()
endfunction()

run_guard()
if(NOT result EQUAL 0)
  message(FATAL_ERROR "the tree is refused before anything is planted:\n${said}")
endif()
plant(base "\"graph/entity.h\"")
plant(base "<graph/entity.h>")
plant(graph "\"extract/document.h\"")
plant(graph "\"query/find.h\"")
plant(extract "\"query/find.h\"")
plant(query "\"extract/document.h\"")
plant(query "\"out/view.h\"")
plant(out "\"cli/commands.h\"")
plant(out "\"view.h\"")
plant(extract "\"../out/view.h\"")

# And in a real file, below its other includes.
file(APPEND ${SCRATCH}/base/error.h "#include \"cli/main.h\"\n")
run_guard()
if(result EQUAL 0 OR NOT said MATCHES "base/error.h")
  message(FATAL_ERROR "a violation in base/error.h was let through:\n${said}")
endif()
file(REMOVE_RECURSE ${SCRATCH})
