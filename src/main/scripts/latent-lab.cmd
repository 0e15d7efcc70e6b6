@echo off
rem Starts Latent Lab: the window without arguments, the command line with arguments.
rem The script for sh beside this one says what each setting is for.
setlocal
set "APP_HOME=%~dp0.."

if defined JAVA_HOME (
  set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
) else (
  set "JAVA_EXE=java.exe"
)
"%JAVA_EXE%" -version >nul 2>&1
if errorlevel 1 (
  echo latent-lab: no java found; install Java 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)

rem The number before the first dot; the releases before 9 call themselves 1.8 and so on.
set "FEATURE="
for /f "tokens=3" %%v in ('^""%JAVA_EXE%" -version 2^>^&1 ^| findstr /c:" version "^"') do (
  for /f "tokens=1 delims=.-+" %%f in ("%%~v") do set "FEATURE=%%f"
)
if not defined FEATURE set "FEATURE=17"
if %FEATURE% LSS 17 (
  echo latent-lab: '%JAVA_EXE%' is Java %FEATURE%; install Java 17 or newer, or set JAVA_HOME to one 1>&2
  exit /b 2
)

rem --threads N must be known before the native libraries load.
set "PREVIOUS="
for %%a in (%*) do call :argument "%%~a"
if not defined OMP_NUM_THREADS set /a "OMP_NUM_THREADS=(NUMBER_OF_PROCESSORS + 1) / 2"
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"
if not defined GOMP_SPINCOUNT set "GOMP_SPINCOUNT=20000"

set "NATIVE_ACCESS="
if %FEATURE% GEQ 24 set "NATIVE_ACCESS=--enable-native-access=ALL-UNNAMED"

"%JAVA_EXE%" -Xmx2g -XX:+UseSerialGC -XX:MetaspaceSize=128m %NATIVE_ACCESS% -Djdk.console=java.base "-Dlatentlab.home=%APP_HOME%" %LATENT_LAB_JAVA_OPTS% -jar "%APP_HOME%\lib\latent-lab.jar" %*
exit /b %ERRORLEVEL%

:argument
if "%PREVIOUS%"=="--threads" set "OMP_NUM_THREADS=%~1"
set "PREVIOUS=%~1"
exit /b 0
