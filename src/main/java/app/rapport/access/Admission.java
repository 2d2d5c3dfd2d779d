package app.rapport.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets the browser that asks work as a member from now on, for doors of other rooms. */
public interface Admission {
    void letIn(Member member, HttpServletRequest request, HttpServletResponse response);

    void seeOff(HttpServletRequest request, HttpServletResponse response);
}
