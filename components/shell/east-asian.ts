// The style sheets of both scripts, in a file of their own so that they can be loaded when they are needed.
import '@fontsource-variable/noto-sans-kr/index.css';
import '@fontsource-variable/noto-sans-jp/index.css';
